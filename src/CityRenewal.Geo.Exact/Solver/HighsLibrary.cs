using System.Reflection;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Exact.Solver;

/// <summary>The functions of the HiGHS library that are called, by its C interface.</summary>
internal static partial class HighsLibrary
{
    private const string Name = "highs";

    static HighsLibrary() => NativeLibrary.SetDllImportResolver(typeof(HighsLibrary).Assembly, Find);

    // The library bears another name on every system, with a version in it that the runtime does not guess.
    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path) => name != Name
        ? 0
        : NativeLibrary.Load(
            OperatingSystem.IsWindows() ? "highs.dll" : OperatingSystem.IsMacOS() ? "libhighs.1.dylib" : "libhighs.so.1", assembly, path);

    [LibraryImport(Name)]
    internal static partial nint Highs_create();

    [LibraryImport(Name)]
    internal static partial void Highs_destroy(nint highs);

    [LibraryImport(Name)]
    internal static partial int Highs_run(nint highs);

    [LibraryImport(Name)]
    internal static partial int Highs_clearSolver(nint highs);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setStringOptionValue(nint highs, string option, string value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setBoolOptionValue(nint highs, string option, int value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setIntOptionValue(nint highs, string option, int value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setDoubleOptionValue(nint highs, string option, double value);

    [LibraryImport(Name)]
    internal static partial int Highs_changeObjectiveSense(nint highs, int sense);

    [LibraryImport(Name)]
    internal static unsafe partial int Highs_addCol(
        nint highs, double cost, double lower, double upper, int count, int* rows, double* values);

    [LibraryImport(Name)]
    internal static partial int Highs_changeColIntegrality(nint highs, int column, int integrality);

    [LibraryImport(Name)]
    internal static unsafe partial int Highs_addRow(
        nint highs, double lower, double upper, int count, int* columns, double* values);

    [LibraryImport(Name)]
    internal static partial int Highs_changeColCost(nint highs, int column, double cost);

    [LibraryImport(Name)]
    internal static partial int Highs_changeCoeff(nint highs, int row, int column, double value);

    [LibraryImport(Name)]
    internal static partial int Highs_changeColBounds(nint highs, int column, double lower, double upper);

    [LibraryImport(Name)]
    internal static partial int Highs_changeRowBounds(nint highs, int row, double lower, double upper);

    [LibraryImport(Name)]
    internal static unsafe partial int Highs_setSolution(
        nint highs, double* columnValues, double* rowValues, double* columnDuals, double* rowDuals);

    [LibraryImport(Name)]
    internal static unsafe partial int Highs_getSolution(
        nint highs, double* columnValues, double* columnDuals, double* rowValues, double* rowDuals);

    [LibraryImport(Name)]
    internal static partial int Highs_getNumCol(nint highs);

    [LibraryImport(Name)]
    internal static partial int Highs_getNumRow(nint highs);

    [LibraryImport(Name)]
    internal static partial int Highs_getModelStatus(nint highs);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int Highs_getDoubleInfoValue(nint highs, string info, double* value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int Highs_getInt64InfoValue(nint highs, string info, long* value);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int Highs_getIntInfoValue(nint highs, string info, int* value);
}
