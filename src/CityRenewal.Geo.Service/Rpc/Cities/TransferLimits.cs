namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>How much may be sent at once.</summary>
public sealed record TransferLimits
{
    /// <summary>Bytes of one upload.</summary>
    public long UploadBytes { get; init; } = 8L << 30;

    /// <summary>Bytes of one import in a single message.</summary>
    public long ImportBytes { get; init; } = 64L << 20;
}
