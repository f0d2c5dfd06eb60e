// Puts knowledge.bin into the read-only data of the program, as it is: nothing is copied or parsed at the
// start.
#if defined(__wasm__)
asm(R"(
  .section .rodata.paravent_knowledge_tables,"",@
  .p2align 3
  .globl paravent_knowledge_tables
  .type paravent_knowledge_tables,@object
paravent_knowledge_tables:
  .incbin ")" PARAVENT_KNOWLEDGE_BIN R"("
.Lparavent_knowledge_end:
  .size paravent_knowledge_tables, .Lparavent_knowledge_end-paravent_knowledge_tables
)");
#else
asm(R"(
  .section .rodata
  .balign 8
  .globl paravent_knowledge_tables
  .type paravent_knowledge_tables,@object
paravent_knowledge_tables:
  .incbin ")" PARAVENT_KNOWLEDGE_BIN R"("
  .size paravent_knowledge_tables, .-paravent_knowledge_tables
  .text
)");
#endif
