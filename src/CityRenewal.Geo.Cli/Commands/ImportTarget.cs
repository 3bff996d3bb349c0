using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Where an import goes: a new file, or an existing city that gets new versions of some layers.</summary>
/// <param name="Path">The file.</param>
/// <param name="City">Settings of the city that is there and stays; null where the file is made new.</param>
internal sealed record ImportTarget(string Path, CitySettings? City)
{
    /// <summary>Looks at the place before anything is read.</summary>
    public static ImportTarget At(string path, bool replace)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path}: a folder has the name of the file to write; give another name with -o");
        }

        if (!File.Exists(path))
        {
            return new ImportTarget(path, null);
        }

        if (!IsCity(path))
        {
            throw new InputException($"{path}: there is a file of that name, and it is no city file; choose another name with -o, or delete the file if nobody needs it");
        }

        return new ImportTarget(path, replace ? null : CityFile.Settings(path));
    }

    /// <summary>Refuses what only a new city can be given.</summary>
    public void CheckThatItIsNew(string? name, int? year)
    {
        var problems = new List<string>();
        if (City is not null && name is not null && name != City.Name)
        {
            problems.Add($"the city there is called '{City.Name}', and --name is for a new one");
        }

        if (City?.BaselineYear is { } baseline && year is { } given && given != baseline)
        {
            problems.Add($"ages of the city there count from {baseline}, not {given}");
        }

        if (problems.Count > 0)
        {
            throw new InputException($"{Path}: {string.Join("; ", problems)}; leave the option out, choose another file with -o, or start afresh with --replace");
        }
    }

    /// <summary>
    /// Writes the layers, all or nothing. The city is put together before anything is written: what cannot become a city
    /// changes no file.
    /// </summary>
    public WrittenImport Bring(
        IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, IProgress<WorkProgress> progress, CancellationToken cancel) =>
        City is null ? Write(layers, settings, progress, cancel) : Update(layers, City, progress, cancel);

    // What is no database at all is no city either; a file that another program holds may be one, and that is said.
    private static bool IsCity(string path)
    {
        try
        {
            return CityFile.IsCityFile(path);
        }
        catch (StoreException fault) when (fault.Problem.Contains("no SQLite database", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private WrittenImport Write(
        IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var assembled = CityFile.Found(Path, layers, settings, progress, cancel);
        return new WrittenImport(Path, assembled.Defects, Changes: null);
    }

    private WrittenImport Update(
        IReadOnlyList<SourceLayer> layers, CitySettings city, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        if (city.Plane is { } plane && PlaneFit.Problems(plane, layers) is { Count: > 0 } elsewhere)
        {
            throw new InputException(
                $"{Path}: {string.Join("; ", elsewhere)}: the working plane of the city would have to change, and with it every area; "
                + "check the reference system (--crs), choose another file with -o for another city, or start afresh with --replace");
        }

        var names = layers.Select(layer => layer.Name).ToHashSet();
        var (assembled, made) = CityBringing.Of(Path, layers, progress, cancel);
        var changes = made.Count == 0 ? [] : CityFile.Changes(Path, made.Min(version => version.Version), progress, cancel);
        var defects = assembled.Defects.Where(defect => names.Contains(defect.Layer)).ToList();
        return new WrittenImport(Path, defects, changes);
    }
}

/// <summary>What an import wrote.</summary>
/// <param name="Path">The city file.</param>
/// <param name="Defects">What was found in putting the city together, in the layers that came.</param>
/// <param name="Changes">The versions made in an existing city; null where the file is new.</param>
internal sealed record WrittenImport(string Path, IReadOnlyList<Defect> Defects, IReadOnlyList<LayerChange>? Changes);
