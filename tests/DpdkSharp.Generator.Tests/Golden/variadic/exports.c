int print, print_list, get_printer;
