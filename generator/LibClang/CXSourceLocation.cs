namespace ClangSharp.Interop;

/// <summary>A place in the source, passed by value.</summary>
public unsafe struct CXSourceLocation
{
    public _ptr_data_e__FixedBuffer ptr_data;
    public uint int_data;

    /// <summary>Two pointers whose meaning only libclang knows.</summary>
    public struct _ptr_data_e__FixedBuffer
    {
        public void* e0;
        public void* e1;
    }
}
