#include "CLanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char lexicon[] = {
#embed "lexicon.bin"
};

_Alignas(64) static const unsigned char words[] = {
#embed "words.bin"
};

_Alignas(64) static const unsigned char words_ud[] = {
#embed "words-ud.bin"
};

_Alignas(64) static const unsigned char classes[] = {
#embed "classes.bin"
};

_Alignas(64) static const unsigned char names[] = {
#embed "names.bin"
};

struct linecaster_data linecaster_lexicon(void) { return (struct linecaster_data){lexicon, sizeof lexicon}; }
struct linecaster_data linecaster_words(void) { return (struct linecaster_data){words, sizeof words}; }
struct linecaster_data linecaster_words_ud(void) { return (struct linecaster_data){words_ud, sizeof words_ud}; }
struct linecaster_data linecaster_classes(void) { return (struct linecaster_data){classes, sizeof classes}; }
struct linecaster_data linecaster_names(void) { return (struct linecaster_data){names, sizeof names}; }
