#define WORD "word"
#define CONCATENATED "one" " " WORD "\t\\"
#define STRINGIFY(x) #x
#define MADE STRINGIFY(some) "-" STRINGIFY(text)
#define NOT_ASCII "\xc3\xa9"
#define NOTHING ""
#define PARENTHESES ("word")
