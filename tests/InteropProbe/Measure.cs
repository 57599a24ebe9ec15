using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace DpdkSharp.InteropProbe;

/// <summary>
/// Sizes and places as running code sees them: each question is a method made on the spot, so that the answer is what the JIT makes
/// of a program that uses the member, and not what an attribute says.
/// </summary>
internal static unsafe class Measure
{
    private delegate nint AddressOf(nint record);

    private delegate nint ElementOf(nint record, int index);

    private delegate nint StartOf(nint record, nint length);

    private delegate void SetBits(nint record, long value);

    private delegate long GetBits(nint record);

    public static int SizeOf(Type type)
    {
        (DynamicMethod method, ILGenerator il) = Method(typeof(int));
        il.Emit(OpCodes.Sizeof, type);
        il.Emit(OpCodes.Ret);
        return (int)method.Invoke(null, null)!;
    }

    /// <summary>The alignment that the runtime gives a struct inside another.</summary>
    public static int AlignmentOf(Type type)
    {
        Type holder = typeof(Aligned<>).MakeGenericType(type);
        return Offset(holder, holder.GetField(nameof(Aligned<int>.Value))!);
    }

    public static int Offset(Type record, FieldInfo field)
    {
        (DynamicMethod method, ILGenerator il) = Method(typeof(nint), typeof(nint));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ret);
        return Distance(record, method.CreateDelegate<AddressOf>().Invoke);
    }

    /// <summary>Where the reference or pointer that a property gives points to.</summary>
    public static int Offset(Type record, MethodInfo getter)
    {
        (DynamicMethod method, ILGenerator il) = Method(typeof(nint), typeof(nint));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, getter);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ret);
        return Distance(record, method.CreateDelegate<AddressOf>().Invoke);
    }

    /// <summary>Where the reference points to that a method with an index gives.</summary>
    public static int ElementOffset(Type record, MethodInfo element, int index)
    {
        (DynamicMethod method, ILGenerator il) = Method(typeof(nint), typeof(nint), typeof(int));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, element);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ret);
        var call = method.CreateDelegate<ElementOf>();
        return Distance(record, p => call(p, index));
    }

    /// <summary>Where the span begins that a property gives, and how many elements it has.</summary>
    public static (int Offset, int Length) Span(Type record, MethodInfo getter)
    {
        (DynamicMethod method, ILGenerator il) = Method(typeof(nint), typeof(nint), typeof(nint));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, getter);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, typeof(Measure).GetMethod(nameof(StartOfSpan))!.MakeGenericMethod(getter.ReturnType.GetGenericArguments()));
        il.Emit(OpCodes.Ret);
        var call = method.CreateDelegate<StartOf>();
        int* length = stackalloc int[1];
        nint result = (nint)length;
        int offset = Distance(record, p => call(p, result));
        return (offset, *length);
    }

    /// <summary>The bytes of a record, filled with <paramref name="fill"/> before, after a bit-field was set; and what it reads as then.</summary>
    public static (byte[] Image, long ReadBack) Bits(Type record, PropertyInfo field, byte fill, long value)
    {
        (DynamicMethod set, ILGenerator setter) = Method(typeof(void), typeof(nint), typeof(long));
        setter.Emit(OpCodes.Ldarg_0);
        setter.Emit(OpCodes.Ldarg_1);
        setter.Emit(Conversion(field.PropertyType));
        setter.Emit(OpCodes.Call, field.SetMethod!);
        setter.Emit(OpCodes.Ret);
        (DynamicMethod get, ILGenerator getter) = Method(typeof(long), typeof(nint));
        getter.Emit(OpCodes.Ldarg_0);
        getter.Emit(OpCodes.Call, field.GetMethod!);
        getter.Emit(IsSigned(field.PropertyType) ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
        getter.Emit(OpCodes.Ret);
        int size = SizeOf(record);
        byte* memory = Allocate(size);
        try
        {
            new Span<byte>(memory, size).Fill(fill);
            set.CreateDelegate<SetBits>()((nint)memory, field.PropertyType == typeof(bool) ? value & 1 : value);
            return (new Span<byte>(memory, size).ToArray(), get.CreateDelegate<GetBits>()((nint)memory));
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    /// <summary>The bytes of a record.</summary>
    public static byte[] Image(object record) =>
        (byte[])typeof(Measure).GetMethod(nameof(BytesOf))!.MakeGenericMethod(record.GetType()).Invoke(null, [record])!;

    public static byte[] BytesOf<T>(T record)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in record)).ToArray();

    public static bool IsSigned(Type type) => Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 || type == typeof(nint);

    public static nint StartOfSpan<T>(Span<T> span, nint length)
        where T : unmanaged
    {
        *(int*)length = span.Length;
        fixed (T* start = span)
        {
            return (nint)start;
        }
    }

    private static int Distance(Type record, Func<nint, nint> place)
    {
        int size = SizeOf(record);
        byte* memory = Allocate(size);
        try
        {
            new Span<byte>(memory, size).Clear();
            return checked((int)(place((nint)memory) - (nint)memory));
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    private static byte* Allocate(int size) => (byte*)NativeMemory.AlignedAlloc((nuint)(size + 128), 64);

    private static OpCode Conversion(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte => OpCodes.Conv_U1,
        TypeCode.SByte => OpCodes.Conv_I1,
        TypeCode.UInt16 => OpCodes.Conv_U2,
        TypeCode.Int16 => OpCodes.Conv_I2,
        TypeCode.UInt32 => OpCodes.Conv_U4,
        TypeCode.Int32 => OpCodes.Conv_I4,
        TypeCode.UInt64 => OpCodes.Conv_U8,
        TypeCode.Int64 => OpCodes.Conv_I8,
        _ => throw new NotSupportedException($"a bit-field of type {type}"),
    };

    private static (DynamicMethod Method, ILGenerator Code) Method(Type result, params Type[] parameters)
    {
        var method = new DynamicMethod("measure", result, parameters, typeof(Measure).Module, skipVisibility: true);
        return (method, method.GetILGenerator());
    }

    // A primary constructor, as fields that nothing assigns are warned of.
    private struct Aligned<T>(byte before, T value)
        where T : unmanaged
    {
        public byte Before = before;
        public T Value = value;
    }
}
