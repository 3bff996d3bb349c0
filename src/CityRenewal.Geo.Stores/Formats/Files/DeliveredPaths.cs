using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The paths that a user gave, sorted out: layers, ledgers, and what a folder holds besides.</summary>
/// <param name="Layers">Files that may hold layers, and any other file that was named by itself.</param>
/// <param name="Ledgers">Tables without shapes.</param>
/// <param name="PassedOver">Files of folders that are known but not read, each with what to do instead.</param>
internal sealed record DeliveredPaths(
    IReadOnlyList<string> Layers, IReadOnlyList<string> Ledgers, IReadOnlyList<(string Name, string Note)> PassedOver)
{
    private static readonly string[] LedgerEndings = [".xlsx", ".xlsm", ".csv", ".tsv"];

    /// <summary>Sorts paths; a folder means the layers and ledgers directly in it, in the order of their names.</summary>
    public static DeliveredPaths From(IReadOnlyList<string> given, ImportProblems problems)
    {
        var paths = new List<string>();
        var passedOver = new List<(string, string)>();
        foreach (var path in given.Select(path => path.Length > 1 ? path.TrimEnd('/') : path).Distinct())
        {
            if (Directory.Exists(path) && !OgrFormat.IsFolder(path))
            {
                paths.AddRange(InFolder(path, passedOver, problems));
            }
            else
            {
                paths.Add(path);
            }
        }

        var layers = paths.Where(path => !IsLedger(path)).ToList();
        return new DeliveredPaths(
            [.. layers.Where(path => !Companions.IsCompanion(path, layers))], [.. paths.Where(IsLedger)], passedOver);
    }

    /// <summary>The ledgers, opened; a path that leads nowhere is noted.</summary>
    public IReadOnlyList<ILedgerFile> OpenLedgers(ImportProblems problems)
    {
        foreach (var missing in Ledgers.Where(path => !File.Exists(path)))
        {
            problems.Add(missing, "there is no such file.", "Look at the spelling of the path.");
        }

        foreach (var twice in Ledgers.GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            problems.Add(twice.Key!, "two ledgers of this name are given, and a mapping could not tell them apart.", "Rename one of them.");
        }

        return [.. Ledgers.Where(File.Exists).Select(ILedgerFile (path) =>
            DeliveredFiles.Ending(path) is ".xlsx" or ".xlsm" ? new XlsxLedger(path) : new CsvLedger(path))];
    }

    private static bool IsLedger(string path) => LedgerEndings.Contains(DeliveredFiles.Ending(path));

    private static List<string> InFolder(string folder, List<(string, string)> passedOver, ImportProblems problems)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).Where(IsDelivered))
        {
            var (name, ending) = (Path.GetFileName(path), DeliveredFiles.Ending(path));
            if (ending == ".gpkg" && CityFile.IsCityFile(path))
            {
                passedOver.Add((name, "left out: it is a city file that an import wrote; name it by itself to read it"));
            }
            else if (OtherFormats.RemedyFor(ending) is { } remedy)
            {
                passedOver.Add((name, $"left out: files ending in '{ending}' are not read. {remedy}"));
            }
            else if (IsLedger(path) || DeliveredFiles.IsLayer(path) || ending is ".shx" or ".dbf")
            {
                found.Add(path);
            }
        }

        if (found.Count == 0)
        {
            problems.Add(
                folder,
                "the folder holds no layer and no ledger that can be read.",
                "Folders in it are not looked into: give the folder that holds the files.");
        }

        // A .dbf by itself is a table of some database; with a .shx it is half of a Shapefile.
        return [.. found.Where(path => DeliveredFiles.Ending(path) != ".dbf" || found.Contains(Path.ChangeExtension(path, ".shx")))];
    }

    // Hidden files, what a Mac adds, and the lock that Excel leaves beside an open workbook.
    private static bool IsDelivered(string path) =>
        Path.GetFileName(path)[0] is not ('.' or '~') && (File.Exists(path) || OgrFormat.IsFolder(path));
}
