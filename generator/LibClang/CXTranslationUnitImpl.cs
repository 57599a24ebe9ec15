namespace ClangSharp.Interop;

/// <summary>A parsed translation unit; only ever seen behind a pointer.</summary>
public struct CXTranslationUnitImpl;
