typedef int (*printer_t)(const char *format, ...);
struct log { printer_t print; int (*list)(const char *format, va_list arguments); };
int print(const char *format, ...);
int print_list(const char *format, va_list arguments);
printer_t get_printer(void);
