;; Saves a note as a user of eglot or lsp-mode would. Environment: RECORD_CLIENT, RECORD_SESSION, RECORD_NOTE, RECORD_SERVER.
(defvar record-client (getenv "RECORD_CLIENT"))
(defvar record-session (getenv "RECORD_SESSION"))

(defun record-wait (condition)
  (let ((end (+ (float-time) 15)))
    (while (not (funcall condition))
      (when (> (float-time) end) (kill-emacs 1))
      (accept-process-output nil 0.05))))

(setq make-backup-files nil create-lockfiles nil)
(require 'markdown-mode)
(require (intern record-client))

(defun record-start ()
  (if (equal record-client "eglot")
      (progn
        (add-to-list 'eglot-server-programs (list 'markdown-mode (getenv "RECORD_SERVER")))
        (apply #'eglot--connect (eglot--guess-contact))
        (record-wait #'eglot-managed-p))
    (add-to-list 'lsp-language-id-configuration '(markdown-mode . "markdown"))
    (lsp-register-client
     (make-lsp-client :new-connection (lsp-stdio-connection (list (getenv "RECORD_SERVER")))
                      :activation-fn (lsp-activate-on "markdown") :server-id 'paravent))
    (setq lsp-auto-guess-root t lsp-enable-suggest-server-download nil)
    (lsp-workspace-folders-add (file-name-directory (getenv "RECORD_NOTE")))
    (lsp)
    (record-wait (lambda () (and (lsp-workspaces) (eq 'initialized (lsp--workspace-status (car (lsp-workspaces)))))))))

(defun record-save ()
  (goto-char (point-max))
  (insert "Une ligne de plus.\n")
  (if (equal record-session "command")
      (save-buffer)
    ;; What the timer of auto-save-visited-mode calls when Emacs is idle.
    (auto-save-visited-mode 1)
    (timer-event-handler auto-save--timer))
  (record-wait (lambda () (not (buffer-modified-p)))))

(find-file (getenv "RECORD_NOTE"))
(record-start)
(record-save)
(if (equal record-client "eglot")
    (eglot-shutdown (eglot-current-server))
  (setq lsp-restart 'ignore)
  (lsp-workspace-shutdown (car (lsp-workspaces)))
  (accept-process-output nil 1))
(set-buffer-modified-p nil)
(kill-emacs 0)
