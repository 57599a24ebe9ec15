using System.Linq.Expressions;
using System.Reflection;
using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>A property of a header that can be written, compiled: found by reflection, so that no header's is forgotten.</summary>
internal sealed class HeaderProperty<T>
    where T : unmanaged, IPacketHeader<T>
{
    private HeaderProperty(PropertyInfo property)
    {
        Name = property.Name;
        ParameterExpression header = Expression.Parameter(typeof(T).MakeByRefType());
        ParameterExpression raw = Expression.Parameter(typeof(ulong));
        MemberExpression value = Expression.Property(header, property);
        WriteBack = Expression.Lambda<RefAction>(Expression.Assign(value, value), header).Compile();
        Type type = property.PropertyType.IsEnum ? Enum.GetUnderlyingType(property.PropertyType) : property.PropertyType;
        if (type.IsPrimitive)
        {
            Expression number = type == typeof(bool) ? Expression.NotEqual(raw, Expression.Constant(0UL)) : Expression.Convert(raw, type);
            Write = Expression.Lambda<RawAction>(Expression.Assign(value, Expression.Convert(number, property.PropertyType)), header, raw).Compile();
            HasValue = Expression.Lambda<RawTest>(Expression.Equal(Expression.Convert(value, type), number), header, raw).Compile();
        }
    }

    public delegate void RefAction(ref T header);

    public delegate void RawAction(ref T header, ulong raw);

    public delegate bool RawTest(ref T header, ulong raw);

    public string Name { get; }

    /// <summary>Writes what it reads.</summary>
    public RefAction WriteBack { get; }

    /// <summary>Writes a number's lower bits; null for properties that are no numbers.</summary>
    public RawAction? Write { get; }

    /// <summary>Whether it reads as a number's lower bits.</summary>
    public RawTest? HasValue { get; }

    public static HeaderProperty<T>[] All { get; } =
        [.. typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static p => p is { CanRead: true, CanWrite: true }).Select(static p => new HeaderProperty<T>(p))];
}
