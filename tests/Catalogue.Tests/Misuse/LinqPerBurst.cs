// The data path sums up with LINQ, which allocates a delegate and an enumerator for each burst.
// caught by: analyzer DPDK0008
int[] weights = [1, 2, 3];
Console.WriteLine(Weigh(weights, 2));

[DataPath]
static int Weigh(int[] weights, int factor)
{
    int sum = 0;
    foreach (int weight in weights)
    {
        sum += weight * factor;
    }
    return sum + weights.Max(); // <-- here
}
