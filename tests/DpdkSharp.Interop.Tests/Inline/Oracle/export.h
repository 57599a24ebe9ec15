/* C's inline function under a name of its own that the linker sees. */
#define EXPORT(result, name, parameters, arguments) result o_##name parameters { return name arguments; }
