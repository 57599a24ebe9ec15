namespace ClangSharp.Interop;

/// <summary>A type of the syntax tree, passed by value.</summary>
public unsafe struct CXType
{
    public CXTypeKind kind;
    public _data_e__FixedBuffer data;

    /// <summary>Two pointers whose meaning only libclang knows.</summary>
    public struct _data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;
    }
}
