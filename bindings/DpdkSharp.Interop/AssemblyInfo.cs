using System.Runtime.CompilerServices;

// Every signature is blittable: no marshalling stub stands between C# and C.
[assembly: DisableRuntimeMarshalling]
