# fish completion for unami; written by `unami completion fish`
function __unami_complete
    set -l before (string join \n -- (commandline -opc) | string collect)
    set -l last (commandline -ct | string collect)
    for line in (_UNAMI_COMPLETE=fish_complete COMP_WORDS="$before" COMP_LAST="$last" unami 2>/dev/null)
        if test "$line" = :file:
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete --no-files --keep-order --command unami --arguments '(__unami_complete)'
