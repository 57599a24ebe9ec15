int fill;
