int create;
