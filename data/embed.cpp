// Puts files into the read-only data of the program, as they are: nothing is copied or parsed at the start.
#if defined(__wasm__)
#define EMBED(name, file)             \
  asm(".section .rodata." name        \
      ",\"\",@\n"                     \
      ".p2align 3\n"                  \
      ".globl " name                  \
      "\n"                            \
      ".type " name ",@object\n" name \
      ":\n"                           \
      ".incbin \"" file               \
      "\"\n"                          \
      ".L" name                       \
      "_end:\n"                       \
      ".size " name ", .L" name "_end-" name "\n")
#else
#define EMBED(name, file)             \
  asm(".section .rodata\n"            \
      ".balign 8\n"                   \
      ".globl " name                  \
      "\n"                            \
      ".type " name ",@object\n" name \
      ":\n"                           \
      ".incbin \"" file               \
      "\"\n"                          \
      ".size " name ", .-" name       \
      "\n"                            \
      ".text\n")
#endif

EMBED("paravent_knowledge_tables", PARAVENT_KNOWLEDGE_BIN);
EMBED("paravent_tagger_model", PARAVENT_TAGGER_BIN);
