// Puts files into the read-only data of the program, as they are: nothing is copied or parsed at the start.
#if defined(__wasm__)
#define SECTION(name) ".section .rodata." name ",\"\",@\n"
#define BACK_TO_CODE
#else
#define SECTION(name) ".section .rodata\n"
#define BACK_TO_CODE ".text\n"
#endif

#define EMBED(name, file)                                                                             \
  asm(SECTION(name) ".p2align 3\n.globl " name "\n.type " name ",@object\n" name ":\n.incbin \"" file \
                    "\"\n.L" name "_end:\n.size " name ", .L" name "_end-" name "\n" BACK_TO_CODE)

EMBED("paravent_knowledge_tables", PARAVENT_KNOWLEDGE_BIN);
EMBED("paravent_tagger_model", PARAVENT_TAGGER_BIN);
