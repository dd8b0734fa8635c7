//! Connections without a request.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

#[tokio::test]
async fn idle_connections_are_closed_without_another_request() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let api = GroupsApi::new(ClientSettings { base_url, ..Server::new(Vec::new()).settings() }).unwrap();
    let answer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{\"data\":[]}").await.unwrap();
        stream
    };
    let session = session();
    let (listed, mut stream) = tokio::join!(api.groups(&session), answer);
    assert!(listed.unwrap().is_empty());
    let closed = tokio::time::timeout(IDLE_CONNECTION * 3, stream.read_u8()).await.expect("the connection stays open");
    assert_eq!(closed.unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
}
