using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Edits;

/// <summary>An edit session in memory with its record. Serves one caller at a time; who uses it holds its gate.</summary>
internal sealed class OpenSession(EditSession session, SessionRecord record)
{
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public EditSession Session { get; } = session;

    /// <summary>What is on the disk.</summary>
    public SessionRecord Record { get; set; } = record;

    /// <summary>When it was used last, for whoever makes room.</summary>
    public long Used { get; set; }
}
