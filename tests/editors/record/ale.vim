" Saves a note as a user of ALE would. Environment: RECORD_SERVER, RECORD_TO, RECORD_SESSION.
set nocompatible nobackup noswapfile nohidden
filetype plugin on
packadd! ale
let g:ale_lint_on_text_changed = 'never'
function! RecordProject(buffer) abort
  return expand('#' . a:buffer . ':p:h')
endfunction
call ale#linter#Define('markdown', {'name': 'paravent', 'lsp': 'stdio', 'executable': $RECORD_SERVER, 'command': '%e',
      \ 'project_root': function('RecordProject')})
let g:ale_linters = {'markdown': ['paravent']}
function! RecordWait(method) abort
  for i in range(150)
    if filereadable($RECORD_TO) && match(readfile($RECORD_TO), a:method) >= 0
      return
    endif
    sleep 100m
  endfor
  cquit!
endfunction
function! Record() abort
  call ale#Queue(0)
  call RecordWait('"textDocument/didOpen"')
  call append(line('$'), 'Une ligne de plus.')
  if $RECORD_SESSION is# 'command'
    write
  else
    set autowriteall
    edit other.txt
  endif
  call RecordWait('"textDocument/didSave"')
  qall!
endfunction
