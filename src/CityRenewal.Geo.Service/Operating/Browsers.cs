namespace CityRenewal.Geo.Service.Operating;

/// <summary>Lets pages of listed origins call, over gRPC-Web and JSON. Without any origin there is neither.</summary>
internal static class Browsers
{
    private static readonly string[] Trailers = ["grpc-status", "grpc-message", "grpc-status-details-bin", "etag", "retry-after"];

    /// <summary>Adds what the origins need.</summary>
    public static void AddBrowsers(this IServiceCollection services, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. origins]).AllowAnyMethod().AllowAnyHeader().WithExposedHeaders(Trailers)));
        }
    }

    /// <summary>Uses it.</summary>
    public static void UseBrowsers(this WebApplication app, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
            app.UseCors();
        }
    }
}
