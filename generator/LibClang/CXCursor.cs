namespace ClangSharp.Interop;

/// <summary>A node of the syntax tree, passed by value.</summary>
public unsafe struct CXCursor
{
    public CXCursorKind kind;
    public int xdata;
    public _data_e__FixedBuffer data;

    /// <summary>Three pointers whose meaning only libclang knows.</summary>
    public struct _data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;
        public void* e2;
    }
}
