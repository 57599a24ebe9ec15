namespace ClangSharp.Interop;

public enum CXTLSKind
{
    CXTLS_None = 0,
    CXTLS_Dynamic = 1,
    CXTLS_Static = 2,
}
