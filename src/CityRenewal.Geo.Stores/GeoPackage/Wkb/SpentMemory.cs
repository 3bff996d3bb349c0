using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>
/// Asks the C library on Linux to give back what it holds free. Left to itself it keeps what was read of a city for the
/// rest of the process; asked for every block at once, it would fetch and clear the same memory again for every range.
/// </summary>
internal static partial class SpentMemory
{
    internal static void GiveBack()
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                MallocTrim(0);
            }
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library: reading works the same and only keeps more memory.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);
}
