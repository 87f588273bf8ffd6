#ifndef LINECASTER_LANGUAGE_DATA_H
#define LINECASTER_LANGUAGE_DATA_H

/// Lexicon and models, part of the program's read-only pages: mapped with it, shared between its processes.
struct linecaster_data {
    const void *bytes;
    long count;
};

struct linecaster_data linecaster_lexicon(void);
struct linecaster_data linecaster_words(void);
struct linecaster_data linecaster_words_ud(void);
struct linecaster_data linecaster_classes(void);
struct linecaster_data linecaster_names(void);

#endif
