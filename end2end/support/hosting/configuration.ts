/** All systems at the page's own origin, where the sandbox's own configuration has them. */
export const configuration = {
  connections: [
    { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" },
    { id: "monitoring", label: "Monitoring", kind: "thousandeyes", baseUrl: "/thousandeyes", version: "v7" },
    { id: "monitoring-v6", label: "Monitoring (v6)", kind: "thousandeyes", baseUrl: "/thousandeyes", version: "v6" },
    { id: "cloud", label: "Cloud", kind: "zstack", baseUrl: "/zstack", operator: "ops@example.com" },
  ],
};
