" Stops the save that is under way unless it is allowed. In Vim script because only here can an autocommand end the command
" that set it off; whatever goes wrong, the save is stopped.
function! paravent#guard(buffer) abort
  let l:allowed = v:null
  try
    let l:allowed = luaeval('require("paravent.guard").may_write(_A)', a:buffer)
  catch
  endtry
  if l:allowed is v:true
    return
  endif
  if l:allowed isnot v:false
    silent! call luaeval('require("paravent.guard").explain_failure()')
  endif
  call interrupt()
endfunction
