#include "CKitNote.h"

// What a library was built with, where it can be read before any of the library's code runs.
// Source: elf(5), "Notes (Nhdr)"; name and description each end on a multiple of four bytes.

#define LINES \
    "kit=" LINECASTER_KIT_VERSION "\ninterface=" LINECASTER_KIT_INTERFACE "\nswift=" LINECASTER_SWIFT "\ncompiler=" __VERSION__

struct note {
    unsigned int name_size, description_size, type;
    char name[12];
    char description[(sizeof(LINES) + 3) / 4 * 4];
};

__attribute__((section(".note.linecaster"), used, retain, aligned(4)))
const struct note linecaster_note = {sizeof("linecaster"), sizeof(LINES), 1, "linecaster", LINES};

const char *linecaster_kit_note(void) { return linecaster_note.description; }
