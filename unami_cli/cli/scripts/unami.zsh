#compdef unami
# zsh completion for unami; written by `unami completion zsh`
_unami() {
    local value about
    local -a values abouts listed
    while IFS=$'\t' read -r value about; do
        if [[ $value == :file: ]]; then
            _files
            return
        fi
        values+=("$value")
        abouts+=("$about")
    done < <(_UNAMI_COMPLETE=zsh_complete COMP_WORDS="${(F)words[1,CURRENT]}" "${words[1]}" 2>/dev/null)
    (( $#values )) || return 1
    local number wide=${#${(O@)values//?/x}[1]} suffix=' '
    for number in {1..$#values}; do
        listed+=("${(r:wide:)values[number]}${abouts[number]:+  -- $abouts[number]}")
    done
    [[ $#values == 1 && $values[1] == *: ]] && suffix=''
    compadd -Q -l -V unami -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -S "$suffix" -d listed -a values
}
if [[ "$funcstack[1]" == _unami ]]; then
    _unami "$@"
else
    compdef _unami unami
fi
