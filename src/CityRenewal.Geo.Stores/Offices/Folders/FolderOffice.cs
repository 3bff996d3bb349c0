using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>
/// An office in a folder: `cities/ID/city.gpkg` with its plans in `cities/ID/plans`, and `office.sqlite` with what is known of
/// plans, runs and calls. QGIS may have any of the GeoPackages open. City files that lie elsewhere may be attached: they are
/// served from where they are, and never deleted.
/// </summary>
public sealed class FolderOffice : IOfficeStore
{
    private readonly string _folder;
    private readonly FileStream _hold;
    private readonly RecordFile _records;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, FolderCity> _cities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _founding = new(StringComparer.Ordinal);

    private FolderOffice(string folder, FileStream hold, RecordFile records)
    {
        (_folder, _hold, _records) = (folder, hold, records);
        records.IsMarked = (city, mark) => Find(city) is FolderCity known && RegisterMarks.Has(known.File, mark);
    }

    /// <inheritdoc/>
    public string Place => _folder;

    /// <inheritdoc/>
    public IReadOnlyList<string> Cities
    {
        get
        {
            lock (_gate)
            {
                return [.. _cities.Keys];
            }
        }
    }

    /// <inheritdoc/>
    public IOfficeRecords Records => _records;

    /// <summary>Opens the office, and makes it where the folder holds none.</summary>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="attached">City files by the id that they are called by.</param>
    /// <exception cref="StoreException">Another service holds it, or it cannot be written to.</exception>
    public static FolderOffice Open(string folder, IReadOnlyDictionary<string, string>? attached = null)
    {
        folder = Path.GetFullPath(folder);
        var hold = Hold(folder);
        FolderOffice office;
        try
        {
            office = new FolderOffice(folder, hold, RecordFile.Open(Path.Combine(folder, "office.sqlite")));
        }
        catch
        {
            hold.Dispose();
            throw;
        }

        try
        {
            office.FindCities(attached ?? new Dictionary<string, string>());
            return office;
        }
        catch
        {
            office.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IOfficeCity? Find(string city)
    {
        lock (_gate)
        {
            return _cities.GetValueOrDefault(city);
        }
    }

    /// <inheritdoc/>
    public IOfficeCity Found(
        string city, IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        Require(city);
        var (folder, file) = (FolderOf(city), FileOf(city));
        try
        {
            Directory.CreateDirectory(folder);
            GeoPackage.CityFile.Found(file, layers, settings, progress, cancel);
            lock (_gate)
            {
                return _cities[city] = new FolderCity(city, file, folder, _records);
            }
        }
        finally
        {
            lock (_gate)
            {
                _founding.Remove(city);
            }
        }
    }

    /// <inheritdoc/>
    public void Delete(string city, string? layersVersion)
    {
        lock (_gate)
        {
            if (!_cities.TryGetValue(city, out var known))
            {
                throw new OfficeConflictException(OfficeConflict.Missing, $"There is no city {city}.");
            }

            if (known.File != FileOf(city))
            {
                throw new OfficeConflictException(OfficeConflict.Fixed, $"The city {city} is a file that was attached to this service; delete the file itself.");
            }

            if (layersVersion is not null && layersVersion != known.ReadLayersVersion())
            {
                throw new OfficeConflictException(OfficeConflict.Changed, $"The city {city} was changed since it was read; read it again.");
            }

            // With its name the city is gone, whatever happens next: what is left is tidied when the office is opened again.
            var gone = GoneFolders.NameFor(FolderOf(city));
            Directory.Move(FolderOf(city), gone);
            _cities.Remove(city);
            _records.DropPlansOf(city);
            Directory.Delete(gone, recursive: true);
        }
    }

    public void Dispose()
    {
        _records.Dispose();
        _hold.Dispose();
    }

    private void FindCities(IReadOnlyDictionary<string, string> attached)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "cities"));
        GoneFolders.Sweep(Path.Combine(_folder, "cities"), _records);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(_folder, "cities")))
        {
            if (Path.GetFileName(folder) is { } city && OfficeNames.IsId(city) && File.Exists(FileOf(city)))
            {
                _cities[city] = new FolderCity(city, FileOf(city), folder, _records);
            }
        }

        foreach (var (city, file) in attached)
        {
            RequireId(city);
            Directory.CreateDirectory(FolderOf(city));
            _cities[city] = _cities.ContainsKey(city)
                ? throw Exists(city)
                : new FolderCity(city, Path.GetFullPath(file), FolderOf(city), _records);
        }

        foreach (var city in _cities.Values)
        {
            city.SweepPlans();
        }
    }

    private void Require(string city)
    {
        RequireId(city);
        lock (_gate)
        {
            if (_cities.ContainsKey(city) || !_founding.Add(city))
            {
                throw Exists(city);
            }
        }
    }

    private static void RequireId(string city)
    {
        if (!OfficeNames.IsId(city))
        {
            throw new StoreException($"city '{city}'", "This cannot be the id of a city.", $"Take {OfficeNames.Said}.");
        }
    }

    private static OfficeConflictException Exists(string city) =>
        new(OfficeConflict.Exists, $"There is a city {city} already; take another id, or bring layers into that one.");

    private static FileStream Hold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, "office.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                folder, "The office cannot be opened: another service holds it, or the folder may not be written to.",
                "Stop the other service, or choose another folder with --store.", failure);
        }
    }

    private string FolderOf(string city) => Path.Combine(_folder, "cities", city);

    private string FileOf(string city) => Path.Combine(FolderOf(city), "city.gpkg");
}
