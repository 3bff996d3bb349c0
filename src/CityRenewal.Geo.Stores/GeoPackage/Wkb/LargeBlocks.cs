using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>
/// Asks the C library on Linux to take large blocks straight from the system and to give them back at once. Left to
/// itself it raises that limit to 32 MB and keeps what was read of a city for the rest of the process.
/// </summary>
internal static partial class LargeBlocks
{
    private const int MmapThreshold = -3;
    private const int Bytes = 256 * 1024;

    private static readonly bool Asked = Ask();

    internal static bool AreGivenBack() => Asked;

    private static bool Ask()
    {
        try
        {
            return OperatingSystem.IsLinux() && Mallopt(MmapThreshold, Bytes) == 1;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library: reading works the same and only keeps more memory.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Mallopt(int parameter, int value);
}
