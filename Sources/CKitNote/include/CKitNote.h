#pragma once

/// The version of the kit, which is the version of the program.
#define LINECASTER_KIT_VERSION "0.1.0"

/// A digest of the kit's sources: libraries that were built against others are not loaded. `make kit` writes it.
#define LINECASTER_KIT_INTERFACE "81512ea8694cf744"

/// The lines `kit=`, `interface=`, `swift=` and `compiler=` of what this code was built with.
const char *linecaster_kit_note(void);
