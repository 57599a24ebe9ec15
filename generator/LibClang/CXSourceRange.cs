namespace ClangSharp.Interop;

/// <summary>A range of the source, passed by value.</summary>
public unsafe struct CXSourceRange
{
    public _ptr_data_e__FixedBuffer ptr_data;
    public uint begin_int_data;
    public uint end_int_data;

    /// <summary>Two pointers whose meaning only libclang knows.</summary>
    public struct _ptr_data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;
    }
}
