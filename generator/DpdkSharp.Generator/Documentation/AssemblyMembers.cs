using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DpdkSharp.Generator.Documentation;

/// <summary>Reads what is public in an assembly, without loading it.</summary>
internal static class AssemblyMembers
{
    public static IReadOnlyList<AssemblyMember> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        var members = new List<AssemblyMember>();
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            if (IsPublic(reader, handle))
            {
                ReadType(reader, handle, members);
            }
        }
        return members;
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static void ReadType(MetadataReader reader, TypeDefinitionHandle handle, List<AssemblyMember> members)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string full = DocIdSignatures.NameOf(reader, handle);
        string name = full[(Namespace(reader, handle).Length + 1)..];
        members.Add(new AssemblyMember("T:" + full, name, null, []));
        var accessors = new HashSet<MethodDefinitionHandle>();
        foreach (PropertyDefinitionHandle property in type.GetProperties())
        {
            PropertyDefinition definition = reader.GetPropertyDefinition(property);
            PropertyAccessors methods = definition.GetAccessors();
            accessors.UnionWith([methods.Getter, methods.Setter]);
            MethodDefinitionHandle accessor = methods.Getter.IsNil ? methods.Setter : methods.Getter;
            if (IsPublic(reader.GetMethodDefinition(accessor).Attributes))
            {
                string[] index = [.. definition.DecodeSignature(DocIdSignatures.Instance, null).ParameterTypes];
                members.Add(new AssemblyMember($"P:{full}.{reader.GetString(definition.Name)}{Parameters(index)}", name, reader.GetString(definition.Name), []));
            }
        }
        foreach (FieldDefinition field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            string fieldName = reader.GetString(field.Name);
            if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public && !field.Attributes.HasFlag(FieldAttributes.SpecialName))
            {
                members.Add(new AssemblyMember($"F:{full}.{fieldName}", name, fieldName, []));
            }
        }
        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            MethodDefinition definition = reader.GetMethodDefinition(method);
            if (IsPublic(definition.Attributes) && !accessors.Contains(method))
            {
                ReadMethod(reader, definition, full, name, members);
            }
        }
    }

    private static void ReadMethod(MetadataReader reader, MethodDefinition method, string full, string type, List<AssemblyMember> members)
    {
        string name = reader.GetString(method.Name);
        MethodSignature<string> signature = method.DecodeSignature(DocIdSignatures.Instance, null);
        string arity = signature.GenericParameterCount == 0 ? string.Empty : "``" + signature.GenericParameterCount.ToString(CultureInfo.InvariantCulture);
        // A conversion is told by its result too; a constructor by # in place of the dot.
        string result = name is "op_Implicit" or "op_Explicit" ? "~" + signature.ReturnType : string.Empty;
        string[] names = [.. method.GetParameters().Select(reader.GetParameter).Where(static p => p.SequenceNumber > 0).OrderBy(static p => p.SequenceNumber).Select(p => reader.GetString(p.Name))];
        members.Add(new AssemblyMember($"M:{full}.{name.Replace('.', '#')}{arity}{Parameters(signature.ParameterTypes)}{result}", type, name, names));
    }

    private static string Parameters(IReadOnlyCollection<string> types) => types.Count == 0 ? string.Empty : $"({string.Join(',', types)})";

    private static bool IsPublic(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;

    private static string Namespace(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Namespace(reader, outer) : reader.GetString(type.Namespace);
    }
}
