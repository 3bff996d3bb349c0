namespace CityRenewal.Geo.Fabric;

/// <summary>Where the study area (研究范围) of a ledger comes from.</summary>
public enum StudyAreaSource : byte
{
    /// <summary>A layer study_area was given.</summary>
    Given = 0,

    /// <summary>The union of the planning units.</summary>
    PlanningUnits = 1,

    /// <summary>The urban development boundary, holes left out.</summary>
    Udb = 2,

    /// <summary>Assumed: the parcels, closed over gaps up to the street width.</summary>
    Assumed = 3,
}
