using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Offices;

/// <summary>
/// Everything that an office keeps: its cities with layers, plans and registers, and the records of the service. Safe for many
/// callers at once. What a call returned from is on the disk.
/// </summary>
public interface IOfficeStore : IDisposable
{
    /// <summary>Where it lies, for people: a folder, or a server with its database. Holds no password.</summary>
    string Place { get; }

    /// <summary>Ids of the cities, sorted.</summary>
    IReadOnlyList<string> Cities { get; }

    /// <summary>Runs, requests that were answered, and who called what.</summary>
    IOfficeRecords Records { get; }

    /// <summary>A city; null where the office has none of that id.</summary>
    IOfficeCity? Find(string city);

    /// <summary>Makes a new city of layers, all or nothing.</summary>
    /// <param name="city">Its id, see <see cref="OfficeNames"/>.</param>
    /// <param name="layers">The layers, each name once.</param>
    /// <param name="settings">Name and baseline year.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is kept then.</param>
    /// <exception cref="OfficeConflictException">There is a city of that id.</exception>
    /// <exception cref="UnusableLayersException">The layers cannot be one city.</exception>
    IOfficeCity Found(
        string city, IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default);

    /// <summary>Removes a city with its plans and its register.</summary>
    /// <param name="city">Its id.</param>
    /// <param name="layersVersion">The version that the caller saw; null removes any.</param>
    /// <exception cref="OfficeConflictException">It is another version by now, or the city only lies here as a file of somebody's.</exception>
    void Delete(string city, string? layersVersion);
}
