namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The processors that are in both sets.</summary>
    public static void RTE_CPU_AND(cpu_set_t* dst, cpu_set_t* src1, cpu_set_t* src2)
    {
        for (int i = 0; i < CpuSetWords; i++)
        {
            dst->__bits[i] = src1->__bits[i] & src2->__bits[i];
        }
    }

    /// <summary>The processors that are in any of the sets.</summary>
    public static void RTE_CPU_OR(cpu_set_t* dst, cpu_set_t* src1, cpu_set_t* src2)
    {
        for (int i = 0; i < CpuSetWords; i++)
        {
            dst->__bits[i] = src1->__bits[i] | src2->__bits[i];
        }
    }

    /// <summary>All processors.</summary>
    public static void RTE_CPU_FILL(cpu_set_t* set)
    {
        for (int i = 0; i < CpuSetWords; i++)
        {
            set->__bits[i] = ulong.MaxValue;
        }
    }

    /// <summary>The processors that are not in the set.</summary>
    public static void RTE_CPU_NOT(cpu_set_t* dst, cpu_set_t* src)
    {
        for (int i = 0; i < CpuSetWords; i++)
        {
            dst->__bits[i] = ~src->__bits[i];
        }
    }

    private static int CpuSetWords => sizeof(cpu_set_t) / sizeof(ulong);
}
