namespace ClangSharp.Interop;

/// <summary>The kinds of cursor that C declarations have.</summary>
public enum CXCursorKind
{
    CXCursor_UnexposedDecl = 1,
    CXCursor_StructDecl = 2,
    CXCursor_UnionDecl = 3,
    CXCursor_EnumDecl = 5,
    CXCursor_FieldDecl = 6,
    CXCursor_EnumConstantDecl = 7,
    CXCursor_FunctionDecl = 8,
    CXCursor_VarDecl = 9,
    CXCursor_ParmDecl = 10,
    CXCursor_TypedefDecl = 20,
    CXCursor_LinkageSpec = 23,
    CXCursor_NoDeclFound = 71,
    CXCursor_AnnotateAttr = 406,
    CXCursor_PackedAttr = 408,
    CXCursor_AlignedAttr = 441,
    CXCursor_MacroDefinition = 501,
    CXCursor_InclusionDirective = 503,
}
