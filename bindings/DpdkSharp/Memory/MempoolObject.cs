using System.Runtime.CompilerServices;

namespace DpdkSharp;

/// <summary>
/// A handle to an object of a <see cref="Mempool{T}"/>. Who got it from the pool owns it and gives it back, once; after that the handle and
/// references taken from it may not be used.
/// </summary>
/// <typeparam name="T">What it is.</typeparam>
public readonly unsafe struct MempoolObject<T> : IEquatable<MempoolObject<T>>
    where T : unmanaged
{
    private readonly T* _object;

    internal MempoolObject(T* @object) => _object = @object;

    /// <summary>True for the default value, which is no object.</summary>
    public bool IsNull => _object == null;

    /// <summary>The object's address; it never changes.</summary>
    public T* Pointer => _object;

    /// <summary>The object, to be read and written. It holds what its last owner left in it.</summary>
    /// <exception cref="NullReferenceException">This is the null handle.</exception>
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *_object;
    }

    /// <summary>Compares the handles, not the objects.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when both are the same object.</returns>
    public static bool operator ==(MempoolObject<T> left, MempoolObject<T> right) => left._object == right._object;

    /// <summary>Compares the handles, not the objects.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are different objects.</returns>
    public static bool operator !=(MempoolObject<T> left, MempoolObject<T> right) => left._object != right._object;

    /// <inheritdoc/>
    public bool Equals(MempoolObject<T> other) => _object == other._object;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MempoolObject<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((nint)_object).GetHashCode();
}
