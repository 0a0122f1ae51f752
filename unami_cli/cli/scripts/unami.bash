# bash completion for unami; written by `unami completion bash`
_unami() {
    local line pad value about wide=0 IFS=$'\n'
    local -a values=() abouts=()
    while IFS=$'\t' read -r value about; do
        case $value in
            :file:) compopt -o default; COMPREPLY=(); return ;;
        esac
        values+=("$value") abouts+=("$about")
        (( ${#value} > wide )) && wide=${#value}
    done < <(_UNAMI_COMPLETE=bash_complete COMP_LINE=${COMP_LINE:0:COMP_POINT} COMP_BREAKS=$COMP_WORDBREAKS "$1" 2>/dev/null)
    COMPREPLY=()
    if (( ${#values[@]} > 1 )) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 9 ]]; then
        local number
        for number in "${!values[@]}"; do
            line=${values[number]}
            printf -v pad '%*s' $(( wide - ${#line} )) ''
            [[ -n ${abouts[number]} ]] && line+="$pad  (${abouts[number]})"
            COMPREPLY+=("$line")
        done
    elif (( ${#values[@]} )); then
        COMPREPLY=("${values[@]}")
    fi
    [[ ${#values[@]} == 1 && ${values[0]} == *: ]] && compopt -o nospace
    return 0
}
complete -o nosort -F _unami unami
