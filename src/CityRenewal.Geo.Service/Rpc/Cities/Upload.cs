using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>What an upload brings: files in a folder of their own, and features; gone when it is over, however it ends.</summary>
internal sealed class Upload : IDisposable
{
    private const int MostProblems = 100;

    private readonly string _folder;
    private readonly Dictionary<string, ReceivedLayer> _layers = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private readonly List<FieldProblem> _problems = [];
    private readonly V1.ImportHeader _header;
    private readonly long _mostBytes;
    private FileStream? _open;
    private long _bytes;

    public Upload(V1.ImportHeader header, long mostBytes)
    {
        (_header, _mostBytes) = (header, mostBytes);
        CityId = ResourceNames.Ids(header.City, "header.city", "cities")[0];
        if (!OfficeNames.IsId(CityId))
        {
            _problems.Add(new FieldProblem("header.city", $"'{CityId}' cannot be the id of a city; take {OfficeNames.Said}."));
        }

        // Last, so that nothing is left of an upload that was refused at once.
        _folder = Directory.CreateTempSubdirectory("renewal-upload").FullName;
    }

    /// <summary>Id of the city that it goes to.</summary>
    public string CityId { get; }

    /// <summary>Whether it is to be read and checked only.</summary>
    public bool IsCheckOnly => _header.ValidateOnly;

    /// <summary>The etag that the caller saw; null takes any.</summary>
    public string? Etag => _header.Etag.Length > 0 ? _header.Etag : null;

    /// <summary>Takes the next piece of a file.</summary>
    public void Add(V1.FilePiece piece)
    {
        Count(piece.CalculateSize());
        if (piece.Name.Length == 0 || piece.Name != Path.GetFileName(piece.Name) || piece.Name.Contains('\\') || piece.Name is "." or ".."
            || piece.Name.Length > 200 || piece.Name.Any(char.IsControl))
        {
            if (_problems.Count < MostProblems)
            {
                _problems.Add(new FieldProblem("file.name", "Give the name of the file with its ending, at most 200 characters, and without folders."));
            }

            return;
        }

        var path = Path.Combine(_folder, piece.Name);
        if (_open is null || _open.Name != path)
        {
            _open?.Dispose();
            if (_files.Contains(path))
            {
                _problems.Add(new FieldProblem("file.name", $"{piece.Name} came in between others; send the pieces of a file one after the other."));
            }

            _files.Add(path);
            _open = new FileStream(path, FileMode.Append);
        }

        _open.Write(piece.Data.Span);
    }

    /// <summary>Takes some features.</summary>
    public void Add(V1.FeatureBatch batch)
    {
        Count(batch.CalculateSize());
        if (!_layers.TryGetValue(batch.Layer, out var layer))
        {
            _layers[batch.Layer] = layer = new ReceivedLayer(batch.Layer, batch.EpsgCode);
        }

        layer.Add(batch, _problems);
    }

    /// <summary>Reads everything that came.</summary>
    /// <param name="baselineYear">The year that ages of a city that is there count from.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="BadRequestException">Lists everything that is wrong with the request.</exception>
    /// <exception cref="Stores.StoreException">Everything that stands in the way of reading the files.</exception>
    public ImportedLayers Read(int? baselineYear, CancellationToken cancel)
    {
        _open?.Dispose();
        var level = _header.Classification == V1.Classification.Unspecified ? Classification.Internal : (Classification)((int)_header.Classification - 1);
        SourceLayer[] received = [.. _layers.Values.Select(layer => layer.ToLayer(level, _problems))];
        if (_files.Count == 0 && received.Length == 0)
        {
            _problems.Add(new FieldProblem("files", "Nothing came; send files or features after the header."));
        }

        if (_problems.Count > 0)
        {
            throw new BadRequestException(_problems);
        }

        var year = baselineYear ?? (_header.HasBaselineYear ? _header.BaselineYear : null);
        var files = _files.Count == 0 ? null : LayerImport.Read(Request(level, year), null, cancel);
        if (files?.Layers.Where(layer => _layers.ContainsKey(layer.Name)).Select(layer => layer.Name).ToList() is { Count: > 0 } twice)
        {
            throw new BadRequestException([new FieldProblem("features.layer", $"{string.Join(", ", twice)} came as a file and as features; send it once.")]);
        }

        var found = LayerChecks.Check(received, DefectOptions.For(year), null, cancel);
        return new ImportedLayers(
            [.. files?.Layers ?? [], .. received], files is null ? found : DefectList.Merged(files.Defects, found), files?.Report ?? new ImportReport("", year, []));
    }

    /// <summary>Name and year of a city that is made.</summary>
    public AssemblyOptions SettingsOf(ImportedLayers imported) => new()
    {
        Name = _header.Title.Length > 0 ? _header.Title : imported.Report.CityName.Length > 0 ? imported.Report.CityName : CityId,
        BaselineYear = _header.HasBaselineYear ? _header.BaselineYear : imported.Report.BaselineYear,
        Classification = ClassificationWords.Highest(imported.Layers.Select(layer => layer.Classification)),
    };

    public void Dispose()
    {
        _open?.Dispose();
        foreach (var layer in _layers.Values)
        {
            layer.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private ImportRequest Request(Classification level, int? year)
    {
        string? mapping = null;
        if (_header.Mapping.Length > 0)
        {
            File.WriteAllText(mapping = Path.Combine(_folder, "mapping.yaml"), _header.Mapping);
        }

        return new ImportRequest([.. _files.Order(StringComparer.Ordinal)], mapping)
        {
            ReferenceSystems = [.. _header.EpsgCodes.OrderBy(code => code.Key, StringComparer.Ordinal)
                .Select(code => new GivenReferenceSystem(code.Value, code.Key.Length > 0 ? code.Key : null))],
            SwapAxes = [.. _header.SwapAxes],
            KeepPersonalData = _header.KeepPersonalData,
            Classification = level,
            BaselineYear = year,
        };
    }

    private void Count(long bytes)
    {
        _bytes += bytes;
        if (_bytes > _mostBytes)
        {
            throw new BadRequestException([new FieldProblem("files", $"More than {_mostBytes >> 20} MB came; send less at once, for example district by district.")]);
        }
    }
}
