namespace DpdkSharp;

/// <summary>What is done with each object of a <see cref="Mempool{T}"/>.</summary>
/// <typeparam name="T">What the objects are.</typeparam>
/// <param name="value">The object, to be read and written.</param>
/// <param name="index">Its number, 0 to <see cref="Mempool{T}.Capacity"/> - 1; the same at every walk.</param>
public delegate void MempoolObjectAction<T>(ref T value, int index)
    where T : unmanaged;
