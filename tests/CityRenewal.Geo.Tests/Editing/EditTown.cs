using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Tests.Delineation;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>Edits on a town drawn as text: cells of 20 m, letters are parcels P00, P01, …, '.' is a street.</summary>
internal static class EditTown
{
    public static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };

    /// <summary>A session on areas given as the letters of their parcels.</summary>
    public static EditSession Session(LatticeCity town, params string[] areas) => Session(town, true, areas);

    public static EditSession Session(LatticeCity town, bool proposes, params string[] areas) => EditSession.Open(
        EditGround.Of(town.Ground(SmallAreas), null),
        new EditStart
        {
            Areas = [.. areas.Select((letters, index) => ($"A{index + 1:000}", (IReadOnlyList<string>)[.. letters.Select(letter => $"P{LatticeLand.ParcelOf(letter):00}")]))],
            Dispositions = proposes ? [] : null,
        });

    /// <summary>Makes the edit of a line.</summary>
    public static EditReport Do(this EditSession session, string line) => session.Apply(EditCommand.Parse(line));

    /// <summary>Checks that an area breaks, in their order.</summary>
    public static string Broken(this EditSession session, string area) =>
        string.Join(' ', session.Area(area).Breaches.Select(breach => breach.Check));

    /// <summary>Ids of the parcels of an area.</summary>
    public static string Parcels(this EditSession session, string area) =>
        string.Join(' ', session.Area(area).Area.Parcels.Select(parcel => session.City.Parcels.Ids[parcel]));

    /// <summary>What makes a line impossible.</summary>
    public static string Refusal(this EditSession session, string line) =>
        Assert.Throws<EditException>(() => session.Do(line)).Message;
}
