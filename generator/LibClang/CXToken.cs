namespace ClangSharp.Interop;

/// <summary>A token of the source.</summary>
public unsafe struct CXToken
{
    public _int_data_e__FixedBuffer int_data;
    public void* ptr_data;

    /// <summary>Four numbers whose meaning only libclang knows.</summary>
    public struct _int_data_e__FixedBuffer
    {
        public uint e0;
        public uint e1;
        public uint e2;
        public uint e3;
    }
}
